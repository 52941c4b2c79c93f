package dev.mcpdiag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Texts of exceptions differ by version, language and peer: what is said with high confidence must
 * be said without them too.
 */
class BlankMessagesIT {
  @TestFactory
  List<DynamicTest> changeNothingThatIsSure() throws IOException {
    Path agent = LabSettings.agentJar();
    List<LabRuns.Named> hearing = LabRuns.start(agent, true);
    List<LabRuns.Named> deaf = LabRuns.start(BlankedAgent.withoutMessages(agent), true);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < hearing.size(); i++) {
      String run = hearing.get(i).name();
      Map<String, Trial> blanked = new HashMap<>();
      deaf.get(i).result().trials().forEach(trial -> blanked.put(trial.id(), trial));
      for (Trial trial : hearing.get(i).result().trials()) {
        List<String> sure = sureCodes(trial);
        Trial other = blanked.get(trial.id());
        if (!sure.isEmpty() && other != null) {
          tests.add(
              dynamicTest(
                  run + " " + trial.id(),
                  () -> assertEquals(sure, kept(sure, other), () -> "seen: " + other.events())));
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
