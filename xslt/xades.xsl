<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- xades.xsl: the parts of an enveloped XAdES baseline B signature (ETSI EN
     319 132-1), of what firme/xades_firma.c has computed.  Printed alone, to
     be digested or signed, or within the whole: their exclusive canonical
     form is the same. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>
  <xsl:param name="parte"/>

  <xsl:template match="/c:xades">
    <xsl:choose>
      <xsl:when test="$parte = 'proprieta'"><xsl:call-template name="proprieta"/></xsl:when>
      <xsl:when test="$parte = 'info'"><xsl:call-template name="info"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="firma"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="proprieta">
    <xades:SignedProperties Id="proprieta-{@nome}">
      <xades:SignedSignatureProperties>
        <xades:SigningTime><xsl:value-of select="@ora"/></xades:SigningTime>
        <xades:SigningCertificateV2>
          <xades:Cert>
            <xades:CertDigest><xsl:apply-templates select="c:certificato[1]/@impronta"/></xades:CertDigest>
          </xades:Cert>
        </xades:SigningCertificateV2>
      </xades:SignedSignatureProperties>
      <xades:SignedDataObjectProperties>
        <xades:DataObjectFormat ObjectReference="#documento-{@nome}">
          <xades:MimeType>application/xml</xades:MimeType>
        </xades:DataObjectFormat>
      </xades:SignedDataObjectProperties>
    </xades:SignedProperties>
  </xsl:template>

  <xsl:template name="info">
    <ds:SignedInfo>
      <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
      <ds:SignatureMethod Algorithm="{@metodo}"/>
      <ds:Reference Id="documento-{@nome}" URI="">
        <ds:Transforms>
          <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
          <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
        </ds:Transforms>
        <xsl:apply-templates select="@documento"/>
      </ds:Reference>
      <ds:Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#proprieta-{@nome}">
        <ds:Transforms>
          <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
        </ds:Transforms>
        <xsl:apply-templates select="@proprieta"/>
      </ds:Reference>
    </ds:SignedInfo>
  </xsl:template>

  <xsl:template match="@impronta|@documento|@proprieta">
    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
    <ds:DigestValue><xsl:value-of select="."/></ds:DigestValue>
  </xsl:template>

  <xsl:template name="firma">
    <ds:Signature Id="firma-{@nome}">
      <xsl:call-template name="info"/>
      <ds:SignatureValue><xsl:value-of select="@valore"/></ds:SignatureValue>
      <ds:KeyInfo>
        <ds:X509Data>
          <xsl:for-each select="c:certificato">
            <ds:X509Certificate><xsl:value-of select="."/></ds:X509Certificate>
          </xsl:for-each>
        </ds:X509Data>
      </ds:KeyInfo>
      <ds:Object>
        <xades:QualifyingProperties Target="#firma-{@nome}">
          <xsl:call-template name="proprieta"/>
        </xades:QualifyingProperties>
      </ds:Object>
    </ds:Signature>
  </xsl:template>
</xsl:stylesheet>
