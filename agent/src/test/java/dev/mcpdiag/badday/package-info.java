/** Bad input and bad days: whatever is wrong with the agent, the application cannot tell. */
@NullMarked
package dev.mcpdiag.badday;

import org.jspecify.annotations.NullMarked;
