package org.marsad.standalone.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.text.Lengths;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Numbers, dates and durations of the command line as people paste them: digits of any script,
 * direction marks, special blanks.
 */
final class PastedOptions {
  private PastedOptions() {}

  /** The command line, which from now on reads them. */
  static CommandLine read(CommandLine line) {
    var whole = converter(Integer::valueOf, "a whole number");
    var number = converter(Double::valueOf, "a number");
    return line.registerConverter(Integer.class, whole)
        .registerConverter(int.class, whole)
        .registerConverter(Double.class, number)
        .registerConverter(double.class, number)
        .registerConverter(LocalDate.class, converter(LocalDate::parse, "a date: 2016-10-12"))
        .registerConverter(
            Duration.class, converter(Lengths::parse, "a duration: 2h, 90m, 1h30m or 3d"));
  }

  private static <T> ITypeConverter<T> converter(Function<String, T> reading, String expected) {
    return text -> {
      try {
        return reading.apply(PastedText.number(text));
      } catch (NumberFormatException | DateTimeException e) {
        throw new TypeConversionException("'" + text + "' (expected: " + expected + ")");
      }
    };
  }
}
