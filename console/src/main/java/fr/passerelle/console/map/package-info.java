/**
 * Maps, drawn once a run from the outlines of the communes: what they show and where names have room. The outlines are simplified and
 * shipped with the program; {@code SOURCES.md} beside them says where they are from.
 */
@NullMarked
package fr.passerelle.console.map;

import org.jspecify.annotations.NullMarked;
