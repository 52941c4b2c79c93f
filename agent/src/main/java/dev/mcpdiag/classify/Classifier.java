package dev.mcpdiag.classify;

import dev.mcpdiag.api.Confidence;
import dev.mcpdiag.api.Phase;
import dev.mcpdiag.catalogue.Codes;
import dev.mcpdiag.evidence.ThrowableChain;
import dev.mcpdiag.failure.Origin;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The built-in rules in their order: the first that decides wins (design/taxonomy.md#precedence).
 * Pure: the same case gives the same verdict, on any thread.
 */
public final class Classifier {
  private static final String ON_THIS = "on this request";

  /** From the strongest evidence to the weakest; the last row always decides. */
  private static final List<Function<Case, @Nullable Verdict>> ORDER =
      List.of(
          HandlerRules::refusedByTransport,
          EndingRules::judge,
          ConfigRules::judge,
          OldNameRules::judge,
          OAuthRules::judge,
          Classifier::byAssignedCode,
          failed -> HttpRules.judge(failed.facts(), ON_THIS),
          Classifier::byOtherCode,
          HandlerRules::judge,
          ResultRules::judge,
          SilentRules::judge,
          UnaskedRules::judge,
          LimitRules::judge,
          ProxyStreamRules::judge,
          TimeoutRules::judge,
          Classifier::byNetwork,
          StateRules::judge,
          Classifier::unknown);

  /**
   * Whether the protocol calls this end normal (design/taxonomy.md#precedence, step 0): a peer that
   * does not know ping is alive all the same.
   */
  public boolean isNormal(Case ended) {
    return ended.peer() != null && ended.peer().code() == -32601 && ended.method().equals("ping");
  }

  /** What a call that went well got over on its way; null where nothing was. */
  public @Nullable Verdict healed(Case ended) {
    return ended.method().isEmpty()
        ? HealedRules.ofStream(ended.callFacts())
        : HealedRules.judge(ended.callFacts());
  }

  /** The verdict on a case; never null, at worst {@code MCP_UNKNOWN}. */
  public Verdict judge(Case failed) {
    for (Function<Case, @Nullable Verdict> rule : ORDER) {
      Verdict verdict = rule.apply(failed);
      if (verdict != null) {
        return verdict;
      }
    }
    return unknown(failed);
  }

  private static @Nullable Verdict byAssignedCode(Case failed) {
    if (failed.peer() != null) {
      return PeerErrorRules.assigned(failed.peer().code(), failed, failed.peer());
    }
    Integer inBody = codeInBody(failed);
    return inBody == null || isSessionTrouble(failed, inBody)
        ? null
        : PeerErrorRules.assigned(inBody, failed, null);
  }

  /**
   * The SDK's servers say -32601 in a 400 about a missing session header
   * (design/sdk-old-api.md#server-what-is-answered).
   */
  private static boolean isSessionTrouble(Case failed, int inBody) {
    Integer status = failed.httpStatus();
    return inBody == -32601 && status != null && status == 400;
  }

  private static @Nullable Verdict byOtherCode(Case failed) {
    if (failed.peer() != null) {
      return PeerErrorRules.unassigned(failed.peer().code(), failed);
    }
    Integer inBody = codeInBody(failed);
    return inBody == null || failed.ending() != Case.Ending.THROWN
        ? null
        : PeerErrorRules.unassigned(inBody, failed);
  }

  private static @Nullable Integer codeInBody(Case failed) {
    return failed.facts().rpcError();
  }

  private static @Nullable Verdict byNetwork(Case failed) {
    if (failed.chain().isEmpty()) {
      return null;
    }
    Verdict verdict =
        NetworkRules.judge(failed.chain(), failed.isHostKnown(), failed.httpStatus() != null);
    return verdict != null && LostAnswerRules.isLikely(failed, verdict)
        ? LostAnswerRules.named(verdict)
        : verdict;
  }

  private static Verdict unknown(Case failed) {
    ThrowableChain chain = failed.chain();
    if (failed.phase() == Phase.INIT && isWrapperOnly(chain)) {
      return Verdict.of(
              Codes.INSPECTION_FAILED,
              Origin.UNKNOWN,
              "first-contact",
              "the first contact failed, and the SDK kept no cause")
          .sure(Confidence.LOW);
    }
    String because =
        chain.isEmpty()
            ? "no rule matched"
            : "no rule matched " + NetworkRules.simple(chain.outermost());
    return Verdict.of(Codes.UNKNOWN, Origin.UNKNOWN, "none", because).sure(Confidence.LOW);
  }

  /** The SDK's own "Client failed to initialize" and the like, around nothing. */
  private static boolean isWrapperOnly(ThrowableChain chain) {
    return !chain.isEmpty()
        && !chain.any(link -> !link.type().equals("java.lang.RuntimeException"))
        && chain.says("failed to initialize");
  }
}
