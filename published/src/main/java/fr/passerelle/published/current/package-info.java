/** What is published now and what was before, whole, as pages show it. */
@NullMarked
package fr.passerelle.published.current;

import org.jspecify.annotations.NullMarked;
