/** What is taken out of the database. */
@NullMarked
package fr.passerelle.batch.export;

import org.jspecify.annotations.NullMarked;
