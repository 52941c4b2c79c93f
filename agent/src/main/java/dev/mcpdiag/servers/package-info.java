/** What is remembered of servers, for those who ask later: how each stands and what failed last. */
@NullMarked
package dev.mcpdiag.servers;

import org.jspecify.annotations.NullMarked;
