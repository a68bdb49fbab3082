/** The equations between what the partitions announced and the results that are there. */
@NullMarked
package fr.passerelle.published.reconciliation;

import org.jspecify.annotations.NullMarked;
