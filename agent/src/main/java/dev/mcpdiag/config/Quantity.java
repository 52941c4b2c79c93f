package dev.mcpdiag.config;

import java.time.Duration;

/** Numbers with units: {@code 20ms}, {@code 64MiB}, and plain whole numbers. */
final class Quantity {
  static final Shape<Duration> DURATION = new DurationShape("");
  static final Shape<Long> BYTES = new BytesShape();

  /** As OpenTelemetry writes them: a number alone means milliseconds. */
  static final Shape<Duration> MILLIS_OR_DURATION = new DurationShape("ms");

  private static final String[] TIME_UNITS = {"ms", "s", "m", "h", "d"};
  private static final long[] TIME_FACTORS = {1, 1_000, 60_000, 3_600_000, 86_400_000};
  private static final String[] SIZE_UNITS = {"B", "KiB", "MiB", "GiB"};
  private static final long[] SIZE_FACTORS = {1, 1L << 10, 1L << 20, 1L << 30};

  private Quantity() {}

  static Shape<Integer> wholeNumber(int least, int most) {
    return new WholeNumber(least, most);
  }

  private record DurationShape(String unitIfNone) implements Shape<Duration> {
    @Override
    public Duration read(String text) throws BadValue {
      String fix = "write a number and one of ms, s, m, h, d, like 10s";
      long millis = amount(text, unitIfNone, TIME_UNITS, TIME_FACTORS, "duration", fix);
      return Duration.ofMillis(millis);
    }
  }

  private static final class BytesShape implements Shape<Long> {
    @Override
    public Long read(String text) throws BadValue {
      String fix = "write a number and one of B, KiB, MiB, GiB, like 64MiB";
      return amount(text, "", SIZE_UNITS, SIZE_FACTORS, "size", fix);
    }
  }

  private record WholeNumber(int least, int most) implements Shape<Integer> {
    @Override
    public Integer read(String text) throws BadValue {
      try {
        int number = Integer.parseInt(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException ignored) {
        // Said below, in the same words as for a number that is out of range.
      }
      throw new BadValue(
          "is not a whole number from " + least + " to " + most, "write one, without a unit");
    }
  }

  private static long amount(
      String text, String unitIfNone, String[] units, long[] factors, String noun, String fix)
      throws BadValue {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    String unit = text.substring(digits).strip();
    if (unit.isEmpty()) {
      unit = unitIfNone;
    }
    for (int i = 0; i < units.length; i++) {
      if (digits > 0 && units[i].equalsIgnoreCase(unit)) {
        try {
          return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), factors[i]);
        } catch (NumberFormatException | ArithmeticException e) {
          throw new BadValue("is too large a " + noun, fix);
        }
      }
    }
    throw new BadValue(digits > 0 && unit.isEmpty() ? "has no unit" : "is not a " + noun, fix);
  }
}
