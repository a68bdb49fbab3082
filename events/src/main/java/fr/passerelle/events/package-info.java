/** The program that stays: it checks that it can run, starts topology and projection, and stops both cleanly. */
@NullMarked
package fr.passerelle.events;

import org.jspecify.annotations.NullMarked;
