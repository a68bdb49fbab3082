/** Tests of files of every kind. */
@NullMarked
package fr.passerelle.batch.source.table;

import org.jspecify.annotations.NullMarked;
