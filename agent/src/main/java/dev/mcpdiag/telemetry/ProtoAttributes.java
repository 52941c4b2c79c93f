package dev.mcpdiag.telemetry;

import java.util.List;

/** Writes attributes as KeyValue messages of opentelemetry-proto's common.proto. */
final class ProtoAttributes implements AttributeSink {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int ARRAY = 5;

  private final ProtoBuffer to;
  private int field;

  // Where the attribute under way and its value began.
  private int attribute;
  private int value;

  ProtoAttributes(ProtoBuffer to) {
    this.to = to;
  }

  /** The field of the message around them that they are from now on. */
  void inField(int number) {
    field = number;
  }

  @Override
  public void text(String name, String value) {
    begin(name);
    to.text(1, value);
    end();
  }

  @Override
  public void flag(String name, boolean value) {
    begin(name);
    to.number(2, value ? 1 : 0);
    end();
  }

  @Override
  public void number(String name, long value) {
    begin(name);
    to.number(3, value);
    end();
  }

  @Override
  public void decimal(String name, double value) {
    begin(name);
    to.fixed64(4, Double.doubleToRawLongBits(value));
    end();
  }

  @Override
  public void texts(String name, List<String> values) {
    begin(name);
    int array = to.begin(ARRAY);
    for (String each : values) {
      int element = to.begin(1);
      to.text(1, each);
      to.end(element);
    }
    to.end(array);
    end();
  }

  private void begin(String name) {
    attribute = to.begin(field);
    to.text(KEY, name);
    value = to.begin(VALUE);
  }

  private void end() {
    to.end(value);
    to.end(attribute);
  }
}
