/** Who alone may write: the lock of the live log, the fence that a late process runs into, and the sessions of one that is gone. */
@NullMarked
package fr.passerelle.batch.lock;

import org.jspecify.annotations.NullMarked;
