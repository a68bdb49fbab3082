/**
 * The demonstration: real servers, the reconstructed files, one night, and where to look next. It drives the same programs as the operators and knows
 * nothing of what they do inside.
 */
@NullMarked
package fr.passerelle.demo;

import org.jspecify.annotations.NullMarked;
