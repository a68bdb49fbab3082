/** The decisions that people recorded, and those that what is published inherited. */
@NullMarked
package fr.passerelle.published.decision;

import org.jspecify.annotations.NullMarked;
