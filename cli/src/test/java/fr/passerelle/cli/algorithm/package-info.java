/** The register against what its standard lets a text have. */
@NullMarked
package fr.passerelle.cli.algorithm;

import org.jspecify.annotations.NullMarked;
