/** The committed demonstration is what its program writes, and lies within the published figures. */
@NullMarked
package fr.passerelle.demo.reconstruction;

import org.jspecify.annotations.NullMarked;
