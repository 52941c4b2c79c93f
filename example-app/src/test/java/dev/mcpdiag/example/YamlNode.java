package dev.mcpdiag.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A place in a YAML file; what is not there fails the test that asks. */
record YamlNode(String where, Object value) {
  static YamlNode of(Path file) throws IOException {
    Object content =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    return new YamlNode(file.toString(), content);
  }

  YamlNode at(String... keys) {
    YamlNode node = this;
    for (String key : keys) {
      String place = node.where + " > " + key;
      Object found = ((Map<?, ?>) node.value).get(key);
      node = new YamlNode(place, Objects.requireNonNull(found, place));
    }
    return node;
  }

  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    ((Map<?, ?>) value).keySet().forEach(key -> keys.add(key.toString()));
    return keys;
  }

  List<YamlNode> items() {
    return ((List<?>) value).stream().map(item -> new YamlNode(where + "[]", item)).toList();
  }

  List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  String text() {
    return value.toString();
  }
}
