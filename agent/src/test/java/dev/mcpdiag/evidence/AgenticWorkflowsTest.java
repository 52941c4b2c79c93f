package dev.mcpdiag.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgenticWorkflowsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"failed to audit workflow run: x\",\"run_ids_or_urls\":[\"1\"],\"suggestions\":[]}",
        "{\"error\":\"failed to audit workflow runs: x\",\"run_ids_or_urls\":[\"1\",\"2\"],"
            + "\"suggestions\":[\"a\",\"b\"]}",
        "{\"base_run_id\":\"1\",\"compare_runs\":[\"2\"],"
            + "\"error\":\"failed to diff workflow runs: x\",\"suggestions\":[\"a\"]}"
      })
  void knowsTheEnvelopeOfAFailedAudit(String text) {
    assertTrue(AgenticWorkflows.isFailedAudit(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "failed to audit workflow run: x",
        "{\"error\":\"failed to audit workflow run: x\"}",
        "{\"error\":\"failed to audit workflow run: x\",\"run_ids_or_urls\":[],\"suggestions\":\"\"}",
        "{\"error\":\"failed to audit workflow run: x\",\"run_ids_or_urls\":[],\"suggestions\":[],"
            + "\"jobs\":[]}",
        "{\"error\":\"failed to audit workflow run: x\",\"run_ids_or_urls\":[],\"suggestions\":[]} {}",
        "{\"error\":\"failed to audit workflow run: x\",\"run_ids_or_urls\":[],\"suggestions\":[",
        "{\"error\":\"no such city\",\"run_ids_or_urls\":[\"1\"],\"suggestions\":[]}",
        "{\"base_run_id\":\"1\",\"compare_runs\":[\"2\"],\"changes\":[]}"
      })
  void takesNothingElseForIt(String text) {
    assertFalse(AgenticWorkflows.isFailedAudit(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"read\",\"required\":\"write\"}",
        "{\"error\":\"e\",\"tool\":\"logs\",\"actor\":\"a\",\"repository\":\"r\",\"role\":\"read\","
            + "\"required\":\"write\",\"reason\":\"why\"}",
        "{\"error\":\"no actor\",\"tool\":\"audit\",\"reason\":\"why\"}",
        "{\"tool\":\"audit\",\"reason\":\"why\"}"
      })
  void knowsADenial(String data) {
    assertTrue(AgenticWorkflows.isDenial(data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"role\"",
        "{\"required\":[\"city\"]}",
        "{\"issues\":[{\"role\":\"read\",\"required\":\"write\"}]}",
        "{\"role\":\"user\"}",
        "{\"reason\":\"bad json\"}",
        "{\"tool\":\"echo\",\"reason\":\"bad\",\"schema\":{}}"
      })
  void takesNoComplaintAboutARequestForADenial(String data) {
    assertFalse(AgenticWorkflows.isDenial(data));
  }
}
