/** What is taken out, and what is kept back. */
@NullMarked
package fr.passerelle.batch.export.data;

import org.jspecify.annotations.NullMarked;
