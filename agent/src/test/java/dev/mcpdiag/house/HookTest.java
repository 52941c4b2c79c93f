package dev.mcpdiag.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.modelcontextprotocol.spec.McpdiagHook;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever becomes of the companion: the SDK gets its own value, and no throwable of ours. */
class HookTest {
  private static final int MANY_CALLS = 20;
  private static final int FAULTS_UNTIL_DARK = 5;

  @TestFactory
  List<DynamicTest> eachHookGivesTheSdksOwnValueWhenTheCompanion() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Method hook : FreshHook.hooks(McpdiagHook.class)) {
      for (Companion.Way way : Companion.Way.values()) {
        tests.add(
            dynamicTest(
                hook.getName() + " " + way,
                () -> {
                  FreshHook fresh = new FreshHook(McpdiagHook.class);
                  fresh.link(new Companion(way));
                  OwnValue.comesFrom(fresh.hook(hook));
                }));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> eachHookGivesTheSdksOwnValueBeforeItIsLinked() {
    return FreshHook.hooks(McpdiagHook.class).stream()
        .map(
            hook ->
                dynamicTest(
                    hook.getName(),
                    () -> OwnValue.comesFrom(new FreshHook(McpdiagHook.class).hook(hook))))
        .toList();
  }

  @Test
  void aRowThatFailsAgainAndAgainGoesDark() throws Exception {
    for (Method hook : FreshHook.hooks(McpdiagHook.class)) {
      if (hook.getReturnType() != Object.class) {
        continue; // the others share its way to the adapter
      }
      FreshHook fresh = new FreshHook(McpdiagHook.class);
      Companion companion = new Companion(Companion.Way.THROWS_AN_EXCEPTION);
      fresh.link(companion);
      for (int call = 0; call < MANY_CALLS; call++) {
        OwnValue.comesFrom(fresh.hook(hook));
      }
      assertEquals(FAULTS_UNTIL_DARK, companion.calls(), hook.getName());
      assertEquals(FAULTS_UNTIL_DARK, companion.faults(), hook.getName());
    }
  }

  @Test
  void aHookThatLetsAFaultThroughIsSeen() throws Exception {
    Class<?> planted = dev.mcpdiag.house.planted.McpdiagHook.class;
    FreshHook fresh = new FreshHook(planted);
    fresh.link(new Companion(Companion.Way.THROWS_AN_EXCEPTION));
    Method leaky = fresh.hook(FreshHook.hooks(planted).get(0));
    InvocationTargetException seen =
        assertThrows(InvocationTargetException.class, () -> OwnValue.comesFrom(leaky));
    assertInstanceOf(IllegalStateException.class, seen.getCause());
  }
}
