/** The algorithm as registers of algorithms ask for it. */
@NullMarked
package fr.passerelle.cli.algorithm;

import org.jspecify.annotations.NullMarked;
