/** The audit on a real database: appended by many at once, spoiled by hand, erased when it is old. */
@NullMarked
package fr.passerelle.published.audit;

import org.jspecify.annotations.NullMarked;
