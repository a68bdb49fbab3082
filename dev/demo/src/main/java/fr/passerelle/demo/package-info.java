/** The reconstructed demonstration data and the program that writes it. */
@NullMarked
package fr.passerelle.demo;

import org.jspecify.annotations.NullMarked;
