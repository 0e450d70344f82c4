package org.marsad.standalone.command;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language on the command line: {@code en} or {@code ar}. */
final class LanguageOption implements ITypeConverter<Locale> {
  @Override
  public Locale convert(String text) {
    return switch (text) {
      case "en" -> Locale.ENGLISH;
      case "ar" -> Locale.forLanguageTag("ar");
      default -> throw new TypeConversionException(text + " (expected: en or ar)");
    };
  }
}
