package dev.mcpdiag.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How OpenTelemetry writes values that our own options do not have. */
final class OtelShapes {
  static final Shape<OtlpProtocol> PROTOCOL = new Protocol();
  static final Shape<Boolean> GZIP = new Gzip();
  static final Shape<Boolean> IS_EXPORTED = new Exporters();
  static final Shape<Boolean> IS_DELTA = new Temporality();
  static final Shape<Double> RATIO = new Ratio();
  static final Shape<TraceSampler> SAMPLER = Choice.of(TraceSampler.class);

  private OtelShapes() {}

  private static final class Protocol implements Shape<OtlpProtocol> {
    @Override
    public OtlpProtocol read(String text) throws BadValue {
      for (OtlpProtocol protocol : OtlpProtocol.values()) {
        if (protocol.text().equalsIgnoreCase(text)) {
          return protocol;
        }
      }
      throw new BadValue(
          "is not a protocol that mcpdiag speaks",
          "use http/protobuf or grpc; http/protobuf is used now");
    }
  }

  private static final class Gzip implements Shape<Boolean> {
    @Override
    public Boolean read(String text) throws BadValue {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "gzip" -> true;
        case "none" -> false;
        default -> throw new BadValue("is not a known compression", "use gzip or none");
      };
    }
  }

  /** True for {@code otlp}, false for {@code none}. */
  private static final class Exporters implements Shape<Boolean> {
    @Override
    public Boolean read(String text) throws BadValue {
      List<String> names = new ArrayList<>();
      for (String name : Shapes.LIST.read(text)) {
        names.add(name.toLowerCase(Locale.ROOT));
      }
      for (String name : names) {
        if (name.equals("console") || name.startsWith("logging")) {
          throw new BadValue(
              "is refused, because it writes to stdout, which is the wire of a stdio server",
              "use otlp or none; otlp is used now, and mcpdiag.console=block shows failures");
        }
        if (!name.equals("otlp") && !name.equals("none")) {
          throw new BadValue("is not an exporter of mcpdiag", "use otlp or none; otlp is used now");
        }
      }
      return names.isEmpty() || names.contains("otlp");
    }
  }

  /** For counters and histograms {@code lowmemory} means {@code delta}. */
  private static final class Temporality implements Shape<Boolean> {
    @Override
    public Boolean read(String text) throws BadValue {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "cumulative" -> false;
        case "delta", "lowmemory" -> true;
        default ->
            throw new BadValue(
                "is not a temporality", "use cumulative, delta or lowmemory; cumulative is used");
      };
    }
  }

  private static final class Ratio implements Shape<Double> {
    @Override
    public Double read(String text) throws BadValue {
      try {
        double ratio = Double.parseDouble(text);
        if (ratio >= 0 && ratio <= 1) {
          return ratio;
        }
      } catch (NumberFormatException ignored) {
        // Said below, in the same words as for a number that is out of range.
      }
      throw new BadValue("is not a number from 0 to 1", "write one like 0.25; 1 is used now");
    }
  }
}
