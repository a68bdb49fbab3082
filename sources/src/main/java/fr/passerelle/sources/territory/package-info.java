/** The reference facts (communes, intercommunalités, public places), and the rows that name them. */
@NullMarked
package fr.passerelle.sources.territory;

import org.jspecify.annotations.NullMarked;
