/**
 * The companion: adapters from the hooks to open calls, typed against the SDK and Reactor. One copy
 * per loader that defines the SDK; the only code that names their classes.
 */
@NullMarked
package dev.mcpdiag.sdk;

import org.jspecify.annotations.NullMarked;
