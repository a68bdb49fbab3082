/** What is taken out, and what is kept back. */
@NullMarked
package fr.passerelle.dataset;

import org.jspecify.annotations.NullMarked;
