/** The demonstration: real servers, the reconstructed files, one night by the same programs, and where to look next. */
@NullMarked
package fr.passerelle.demo;

import org.jspecify.annotations.NullMarked;
