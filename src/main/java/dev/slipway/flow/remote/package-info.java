/** The program that works near targets: the same jar, without database and engine. It asks Slipway for orders, and nothing connects to it. */
@NamedInterface("remote")
@NullMarked
package dev.slipway.flow.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
