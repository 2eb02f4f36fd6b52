/** The door: everything a person does to the engine passes here, whichever way it comes, and most of it does not get through. */
@NullMarked
package dev.slipway.flow.door;

import org.jspecify.annotations.NullMarked;
