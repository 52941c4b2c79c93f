/**
 * Teaches mcpdiag the failures of your own servers, and tells your code what mcpdiag found.
 *
 * <p>A whole classifier:
 *
 * <pre>{@code
 * package com.acme;
 *
 * import dev.mcpdiag.api.*;
 * import java.util.Map;
 * import java.util.Optional;
 *
 * public final class QuotaClassifier implements FailureClassifier {
 *   @Override
 *   public Optional<Diagnosis> classify(FailedCall call) {
 *     if (!call.isCausedBy("com.acme.QuotaException")) {
 *       return Optional.empty();
 *     }
 *     return Optional.of(
 *         Diagnosis.of("ACME_QUOTA", FailureType.BUSINESS)
 *             .retry(Retry.AFTER_ACTION)
 *             .message("The quota of your plan is used up.")
 *             .nextStep(new NextStep("contact_admin", Map.of()))
 *             .build());
 *   }
 * }
 * }</pre>
 *
 * <p>Put it in a jar with the line {@code com.acme.QuotaClassifier} in {@code
 * META-INF/services/dev.mcpdiag.api.FailureClassifier}, and start with {@code
 * -javaagent:mcpdiag-agent.jar=extensions=acme.jar}.
 *
 * <h2>Glossary</h2>
 *
 * <dl>
 *   <dt>call
 *   <dd>one MCP request or notification, seen by its sender or by its receiver
 *   <dt>failure
 *   <dd>the end of a call of the user's that did not do what it was made for; also a connection
 *       that fails while no call waits for it
 *   <dt>problem
 *   <dd>something wrong with mcpdiag itself or its settings; never the user's failure
 *   <dt>code
 *   <dd>the stable name of a failure, one per way to recover: {@code MCP_DNS_FAILURE}; detail goes
 *       to the reason
 *   <dt>type
 *   <dd>what has to change before the call can work, one of five: {@link
 *       dev.mcpdiag.api.FailureType}
 *   <dt>hook
 *   <dd>a place in the MCP SDK or the JDK where mcpdiag looks
 *   <dt>rule
 *   <dd>a row that turns facts into a code
 *   <dt>evidence
 *   <dd>the facts that a diagnosis rests on
 *   <dt>fact
 *   <dd>one thing that a hook saw, with its time: {@link dev.mcpdiag.api.Fact}
 *   <dt>fix
 *   <dd>what a person does so that it works; as steps for a program: {@link
 *       dev.mcpdiag.api.NextStep}
 * </dl>
 */
@NullMarked
package dev.mcpdiag.api;

import org.jspecify.annotations.NullMarked;
