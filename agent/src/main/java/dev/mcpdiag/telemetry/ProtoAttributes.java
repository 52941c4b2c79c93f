package dev.mcpdiag.telemetry;

import java.util.List;

/** Writes attributes as KeyValue messages of opentelemetry-proto's common.proto. */
final class ProtoAttributes implements AttributeSink {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int ARRAY = 5;

  private final ProtoBuffer to;
  private int field;

  ProtoAttributes(ProtoBuffer to) {
    this.to = to;
  }

  /** The field of the message around them that they are from now on. */
  void inField(int number) {
    field = number;
  }

  @Override
  public void text(String name, String value) {
    int attribute = begin(name);
    int any = to.begin(VALUE);
    to.text(1, value);
    end(any, attribute);
  }

  @Override
  public void flag(String name, boolean value) {
    int attribute = begin(name);
    int any = to.begin(VALUE);
    to.number(2, value ? 1 : 0);
    end(any, attribute);
  }

  @Override
  public void number(String name, long value) {
    int attribute = begin(name);
    int any = to.begin(VALUE);
    to.number(3, value);
    end(any, attribute);
  }

  @Override
  public void decimal(String name, double value) {
    int attribute = begin(name);
    int any = to.begin(VALUE);
    to.fixed64(4, Double.doubleToRawLongBits(value));
    end(any, attribute);
  }

  @Override
  public void texts(String name, List<String> values) {
    int attribute = begin(name);
    int any = to.begin(VALUE);
    int array = to.begin(ARRAY);
    for (String value : values) {
      int element = to.begin(1);
      to.text(1, value);
      to.end(element);
    }
    to.end(array);
    end(any, attribute);
  }

  private int begin(String name) {
    int attribute = to.begin(field);
    to.text(KEY, name);
    return attribute;
  }

  private void end(int any, int attribute) {
    to.end(any);
    to.end(attribute);
  }
}
