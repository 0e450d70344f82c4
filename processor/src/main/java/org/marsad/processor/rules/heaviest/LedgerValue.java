package org.marsad.processor.rules.heaviest;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;

/**
 * A value of a ledger in whatever form: as it was written until somebody asks for it, decoded from
 * then on.
 */
public final class LedgerValue {
  /** How it lies in a store. */
  public static final Form<LedgerValue> FORM = new Form<>(LedgerValue::bytes, LedgerValue::new);

  private byte @Nullable [] written;
  private @Nullable Object value;
  private @Nullable Form<?> form;

  private LedgerValue(byte[] written) {
    this.written = written;
  }

  private LedgerValue(Object value, Form<?> form) {
    this.value = value;
    this.form = form;
  }

  /** A value of a form. */
  public static <V> LedgerValue of(V value, Form<V> form) {
    return new LedgerValue(value, form);
  }

  /** The value; its key's values have this form. */
  @SuppressWarnings("unchecked") // one key, one form
  public <V> V as(Form<V> asked) {
    if (value == null) {
      value = asked.read().apply(requireNonNull(written));
      form = asked;
      written = null;
    }
    return (V) value;
  }

  private byte[] bytes() {
    return written != null ? written : bytes(requireNonNull(form));
  }

  @SuppressWarnings("unchecked") // its own form
  private <V> byte[] bytes(Form<V> own) {
    return own.write().apply((V) requireNonNull(value));
  }
}
