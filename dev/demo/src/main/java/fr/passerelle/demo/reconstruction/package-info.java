/** Writes the demonstration's files, since no list of rooms and no register was ever published: drawn from one seed over the real communes and figures. */
@NullMarked
package fr.passerelle.demo.reconstruction;

import org.jspecify.annotations.NullMarked;
