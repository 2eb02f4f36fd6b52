/** What this module asks of the modules above it before it takes a document in. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.catalog.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
