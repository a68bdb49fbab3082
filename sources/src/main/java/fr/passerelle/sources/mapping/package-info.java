/** How the records of a source become rows of one of our tables: a mapping, written as data, and its application. */
@NullMarked
package fr.passerelle.sources.mapping;

import org.jspecify.annotations.NullMarked;
