/** Two sets of proposals held against each other: what differs, by which rule, and what it costs. */
@NullMarked
package fr.passerelle.study.difference;

import org.jspecify.annotations.NullMarked;
