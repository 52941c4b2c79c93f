/** The hook: the one class of ours that lives beside the SDK's, in the application's own loader. */
@NullMarked
package io.modelcontextprotocol.spec;

import org.jspecify.annotations.NullMarked;
