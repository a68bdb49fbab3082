/**
 * Writes the demonstration's files: a reconstruction, since neither a list of the rooms nor a register was ever published. Everything is drawn from one
 * seed over the real communes, calibrated on the published figures; what is planted to be found is listed as it is written.
 */
@NullMarked
package fr.passerelle.demo.reconstruction;

import org.jspecify.annotations.NullMarked;
