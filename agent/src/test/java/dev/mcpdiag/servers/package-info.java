/** How servers stand, told from what is heard of them. */
@NullMarked
package dev.mcpdiag.servers;

import org.jspecify.annotations.NullMarked;
