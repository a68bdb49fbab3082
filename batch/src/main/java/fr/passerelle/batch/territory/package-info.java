/** The reference facts (communes, intercommunalités, public places) and what intercommunalités told the region. */
@NullMarked
package fr.passerelle.batch.territory;

import org.jspecify.annotations.NullMarked;
