package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Texts of exceptions differ by version, language and peer: what is said with high confidence must
 * be said without them too.
 */
class BlankMessagesIT {
  @TestFactory
  List<DynamicTest> changeNothingThatIsSure() throws IOException {
    Path deafAgent = BlankedAgent.withoutMessages(LabSettings.agentJar());
    List<LabRuns.Named> hearing = new ArrayList<>();
    List<LabRuns.Named> deaf = new ArrayList<>();
    for (Place place : Place.of(SdkVersions.chosen())) {
      hearing.add(LabRuns.watched(place, BlankMessagesIT.class));
      deaf.add(LabRuns.start(place, place.sample(), deafAgent));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < deaf.size(); i++) {
      String place = deaf.get(i).place().name();
      Map<String, Trial> heard = new HashMap<>();
      hearing.get(i).result().trials().forEach(trial -> heard.put(trial.id(), trial));
      for (Trial trial : deaf.get(i).result().trials()) {
        List<String> sure = sureCodes(Objects.requireNonNull(heard.get(trial.id())));
        if (!sure.isEmpty()) {
          tests.add(
              dynamicTest(
                  place + " " + trial.id(),
                  () -> assertEquals(sure, kept(sure, trial), () -> "seen: " + trial.events())));
        }
      }
    }
    return tests;
  }

  private static List<String> sureCodes(Trial trial) {
    return trial.events().stream()
        .filter(event -> event.text("mcpdiag.confidence").equals("high"))
        .map(BlankMessagesIT::code)
        .sorted()
        .toList();
  }

  private static List<String> kept(List<String> sure, Trial blanked) {
    List<String> left = new ArrayList<>(sure);
    return blanked.events().stream()
        .map(BlankMessagesIT::code)
        .filter(left::remove)
        .sorted()
        .toList();
  }

  private static String code(OtlpEvent event) {
    return event.text("mcpdiag.code") + " " + event.text("mcp.method.name");
  }
}
