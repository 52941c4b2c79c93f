package dev.mcpdiag.lab;

import dev.mcpdiag.lab.Scenario.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where scenarios happen: in an application on one SDK version and one Java, over one wire. */
record Place(String version, Path java, Wire wire) {
  /** All where anything happens in this run of the lab, in the order of the table. */
  static List<Place> of(List<String> versions) {
    List<Place> places = new ArrayList<>();
    for (String version : versions) {
      for (Path java : LabSettings.javaHomes()) {
        for (Wire wire : Wire.values()) {
          Place place = new Place(version, java, wire);
          if (!place.scenarios().isEmpty()) {
            places.add(place);
          }
        }
      }
    }
    return places;
  }

  String name() {
    return version + " " + wire.text() + " on " + java.getFileName();
  }

  /** All that can happen here; on older versions one of each code, unless versions were named. */
  List<Scenario> scenarios() {
    return SdkVersions.isSampled(version) ? Scenario.oneOfEachCode(possible()) : possible();
  }

  /** One scenario of each code, unless versions were named. */
  List<Scenario> sample() {
    return SdkVersions.areAskedFor() ? possible() : Scenario.oneOfEachCode(possible());
  }

  private List<Scenario> possible() {
    if (!SdkVersions.has(version, wire)) {
      return List.of();
    }
    return Lab.scenarios(wire).stream()
        .filter(scenario -> scenario.needs().areMetBy(version))
        .filter(scenario -> RealPart.isThere(scenario.needs().program()))
        .toList();
  }
}
