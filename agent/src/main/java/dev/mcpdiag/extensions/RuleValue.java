package dev.mcpdiag.extensions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value and where it stands, both from 1.
 *
 * @param value a text, a whole number (long), another number (double), a boolean, a list of values,
 *     a map of values by key, or {@link #NULL}
 */
record RuleValue(Object value, int line, int column) {
  static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private static final int MAX_DEPTH = 32;

  /** Reads a whole document. */
  static RuleValue read(String json) throws BadRule {
    JsonFactory factory = new JsonFactory();
    factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    try (JsonParser parser = factory.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new BadRule(1, 1, "the file is empty", "write {\"rules\":[]} and rules in it");
      }
      RuleValue root = value(parser, 0);
      if (parser.nextToken() != null) {
        throw new BadRule(here(parser), "something stands behind the end", "remove it");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new BadRule(
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr(),
          "this is no JSON: " + firstLine(e.getOriginalMessage()),
          "correct it; no rule is used until then");
    } catch (IOException e) {
      throw new BadRule(1, 1, "the text cannot be read: " + e, "write it in UTF-8");
    }
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static RuleValue here(JsonParser parser) {
    JsonLocation at = parser.currentTokenLocation();
    return new RuleValue(NULL, at.getLineNr(), at.getColumnNr());
  }

  private static RuleValue value(JsonParser parser, int depth) throws IOException, BadRule {
    RuleValue here = here(parser);
    if (depth > MAX_DEPTH) {
      throw new BadRule(here, "the nesting is too deep", "keep below " + MAX_DEPTH + " levels");
    }
    Object value =
        switch (parser.currentToken()) {
          case START_OBJECT -> object(parser, depth);
          case START_ARRAY -> array(parser, depth);
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT -> whole(parser);
          case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          default -> NULL;
        };
    return new RuleValue(value, here.line, here.column);
  }

  private static Object whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? (Object) parser.getDoubleValue()
        : (Object) parser.getLongValue();
  }

  private static Map<String, RuleValue> object(JsonParser parser, int depth)
      throws IOException, BadRule {
    Map<String, RuleValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser, depth + 1));
    }
    return fields;
  }

  private static List<RuleValue> array(JsonParser parser, int depth) throws IOException, BadRule {
    List<RuleValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, depth + 1));
    }
    return items;
  }

  /** Fields of an object; {@code what} names the value for the reader: {@code "when"}. */
  @SuppressWarnings("unchecked")
  Map<String, RuleValue> fields(String what) throws BadRule {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, RuleValue>) map;
    }
    throw new BadRule(this, what + " is not an object", "write {...}");
  }

  @SuppressWarnings("unchecked")
  List<RuleValue> items(String what) throws BadRule {
    if (value instanceof List<?> list) {
      return (List<RuleValue>) list;
    }
    throw new BadRule(this, what + " is not a list", "write [...]");
  }

  String text(String what) throws BadRule {
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new BadRule(this, what + " is not a text", "write \"...\" with something in it");
  }

  boolean flag(String what) throws BadRule {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new BadRule(this, what + " is neither true nor false", "write true or false");
  }

  /** One whole number, or a list of them. */
  List<Integer> numbers(String what) throws BadRule {
    List<Integer> numbers = new ArrayList<>();
    for (RuleValue item : value instanceof List<?> ? items(what) : List.of(this)) {
      if (!(item.value instanceof Long number) || number != number.intValue()) {
        throw new BadRule(item, what + " is not a whole number", "write numbers like [402]");
      }
      numbers.add(number.intValue());
    }
    if (numbers.isEmpty()) {
      throw new BadRule(this, what + " is empty", "write numbers like [402]");
    }
    return numbers;
  }

  /** Plain JDK values: what a program reads as parameters. */
  Object plain() {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, inner) -> plain.put((String) key, ((RuleValue) inner).plain()));
      return plain;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> ((RuleValue) item).plain()).toList();
    }
    return value == NULL ? "" : value;
  }
}
