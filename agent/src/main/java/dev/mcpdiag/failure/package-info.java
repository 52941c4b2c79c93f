/** A finished failure: one immutable, already redacted record, and who wants to hear of it. */
@NullMarked
package dev.mcpdiag.failure;

import org.jspecify.annotations.NullMarked;
