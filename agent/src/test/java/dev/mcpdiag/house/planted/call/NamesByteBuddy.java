package dev.mcpdiag.house.planted.call;

import net.bytebuddy.jar.asm.ClassReader;

interface NamesByteBuddy {
  ClassReader reader();
}
