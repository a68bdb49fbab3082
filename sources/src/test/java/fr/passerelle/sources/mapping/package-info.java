/** Mappings: what they say, what is wrong in them, and what they make of records. */
@NullMarked
package fr.passerelle.sources.mapping;

import org.jspecify.annotations.NullMarked;
