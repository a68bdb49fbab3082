/** Datasets taken out of the database in one snapshot, whatever format they leave in. */
@NullMarked
package fr.passerelle.batch.export;

import org.jspecify.annotations.NullMarked;
