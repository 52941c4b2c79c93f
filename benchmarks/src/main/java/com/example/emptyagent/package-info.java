/** The floor of every comparison: an agent that does nothing. */
@NullMarked
package com.example.emptyagent;

import org.jspecify.annotations.NullMarked;
