/** The intercommunalités: all of them, and one with what is proposed to it and why. */
@NullMarked
package fr.passerelle.console.epci;

import org.jspecify.annotations.NullMarked;
