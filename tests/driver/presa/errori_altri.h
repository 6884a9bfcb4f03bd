/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * errori_altri.h - the answers that errori.c makes wrong on request only: of the
 * files, of zlib, and of what libgit2, gpgme, libcrypto, librnp, libp11 and
 * xmlsec do beside reading an object.  Read by errori.c alone.
 *
 * Whatever they take, it is six numbers or addresses at most, and these are
 * handed on as they came.  What makes an object, puts one into another, asks one
 * for its key or digests bytes is left out: only memory can be short, and then the
 * process ends.
 */
#define SEI long a, long b, long c, long d, long e, long f

#define ALTRA(nome, errore)						\
	long altra_##nome(SEI) __asm__(#nome);				\
	long altra_##nome(SEI)						\
	{								\
		static long (*vero)(SEI);				\
									\
		if (vero == NULL)					\
			*(void **)&vero = vera(#nome);			\
		if (larghi && tocca(#nome, __builtin_return_address(0)))	\
			return errore;					\
		return vero(a, b, c, d, e, f);				\
	}

/* the kernel: what a disk that fails answers */
ALTRA(open64, rotto(EIO))
ALTRA(openat64, rotto(EIO))
ALTRA(fstat64, rotto(EIO))
ALTRA(fstatat64, rotto(EIO))
ALTRA(lstat64, rotto(EIO))
ALTRA(read, rotto(EIO))
ALTRA(pread64, rotto(EIO))
ALTRA(write, rotto(ENOSPC))
ALTRA(pwrite64, rotto(ENOSPC))
ALTRA(lseek64, rotto(EIO))
ALTRA(mmap64, rotto(ENOMEM))
ALTRA(ftruncate64, rotto(EIO))
ALTRA(fdatasync, rotto(EIO))
ALTRA(fsync, rotto(EIO))
ALTRA(flock, rotto(ENOLCK))
ALTRA(dup, rotto(EMFILE))
ALTRA(mkdtemp, (long)nulla(EIO))
ALTRA(mkdirat, rotto(ENOSPC))
ALTRA(mkdir, rotto(ENOSPC))
ALTRA(link, rotto(EIO))
ALTRA(rename, rotto(EIO))
ALTRA(renameat, rotto(EIO))
ALTRA(renameat2, rotto(EIO))
ALTRA(unlink, rotto(EIO))
ALTRA(unlinkat, rotto(EIO))
ALTRA(rmdir, rotto(EIO))

/* zlib */
#define Z_STREAM_ERROR (-2)
ALTRA(inflate, Z_STREAM_ERROR)

/* libgit2 */
/* before it there is nowhere to say why */
ALTRA(git_libgit2_init, -1)
ALTRA(git_libgit2_opts, GIT_ERROR)
ALTRA(git_odb_new, GIT_ERROR)
ALTRA(git_odb_add_backend, GIT_ERROR)
ALTRA(git_odb_backend_pack, GIT_ERROR)
ALTRA(git_odb_backend_one_pack, GIT_ERROR)
ALTRA(git_odb_foreach, GIT_ERROR)
ALTRA(git_odb_read_header, GIT_ERROR)
ALTRA(git_odb_hash, GIT_ERROR)
ALTRA(git_repository_wrap_odb, GIT_ERROR)
ALTRA(git_commit_tree, GIT_ERROR)
ALTRA(git_packbuilder_new, GIT_ERROR)
ALTRA(git_packbuilder_insert, GIT_ERROR)
ALTRA(git_packbuilder_write, GIT_ERROR)
ALTRA(git_packbuilder_write_buf, GIT_ERROR)
ALTRA(git_indexer_new, GIT_ERROR)
ALTRA(git_indexer_append, GIT_ERROR)
ALTRA(git_indexer_commit, GIT_ERROR)

/* gpgme */
#define GPG_ERR_GENERAL 1
ALTRA(gpgme_engine_check_version, GPG_ERR_GENERAL)
ALTRA(gpgme_new, GPG_ERR_GENERAL)
ALTRA(gpgme_ctx_set_engine_info, GPG_ERR_GENERAL)
ALTRA(gpgme_set_protocol, GPG_ERR_GENERAL)
ALTRA(gpgme_set_pinentry_mode, GPG_ERR_GENERAL)
ALTRA(gpgme_set_ctx_flag, GPG_ERR_GENERAL)
ALTRA(gpgme_set_keylist_mode, GPG_ERR_GENERAL)
ALTRA(gpgme_set_locale, GPG_ERR_GENERAL)
ALTRA(gpgme_data_new, GPG_ERR_GENERAL)
ALTRA(gpgme_data_new_from_mem, GPG_ERR_GENERAL)
ALTRA(gpgme_signers_add, GPG_ERR_GENERAL)
ALTRA(gpgme_op_sign_start, GPG_ERR_GENERAL)
ALTRA(gpgme_op_verify, GPG_ERR_GENERAL)
ALTRA(gpgme_op_import, GPG_ERR_GENERAL)
ALTRA(gpgme_op_export, GPG_ERR_GENERAL)
ALTRA(gpgme_op_encrypt, GPG_ERR_GENERAL)
ALTRA(gpgme_op_decrypt, GPG_ERR_GENERAL)
ALTRA(gpgme_op_delete_ext, GPG_ERR_GENERAL)
ALTRA(gpgme_op_keylist_from_data_start, GPG_ERR_GENERAL)
ALTRA(gpgme_op_keylist_next, GPG_ERR_GENERAL)
ALTRA(gpgme_get_key, GPG_ERR_GENERAL)
ALTRA(gpgme_get_dirinfo, 0)
ALTRA(gpgme_io_writen, rotto(EIO))

/* libcrypto */
ALTRA(CMS_sign, 0)
ALTRA(CMS_add1_signer, 0)
ALTRA(CMS_final, 0)
ALTRA(CMS_verify, 0)
ALTRA(CMS_SignerInfo_verify, -1)
ALTRA(CMS_get1_certs, 0)
ALTRA(CMS_get0_SignerInfos, 0)
ALTRA(CMS_signed_add1_attr_by_NID, 0)
ALTRA(CMS_unsigned_add1_attr_by_NID, 0)
ALTRA(d2i_CMS_ContentInfo, 0)
ALTRA(i2d_CMS_ContentInfo, -1)
ALTRA(d2i_X509, 0)
ALTRA(d2i_X509_CRL, 0)
ALTRA(d2i_OCSP_RESPONSE, 0)
ALTRA(d2i_TS_RESP, 0)
ALTRA(i2d_TS_REQ, -1)
ALTRA(d2i_PKCS7, 0)
ALTRA(i2d_PKCS7, -1)
ALTRA(d2i_PKCS12, 0)
ALTRA(PKCS12_verify_mac, 0)
ALTRA(PKCS12_parse, 0)
ALTRA(PKCS7_verify, 0)
ALTRA(PKCS7_to_TS_TST_INFO, 0)
ALTRA(TS_RESP_verify_token, 0)
ALTRA(TS_REQ_set_msg_imprint, 0)
ALTRA(d2i_ECDSA_SIG, 0)
ALTRA(d2i_ASN1_SEQUENCE_ANY, 0)
ALTRA(ASN1_TIME_to_tm, 0)
ALTRA(ASN1_STRING_to_UTF8, -1)
ALTRA(EVP_DigestSignInit, 0)
ALTRA(EVP_DigestSign, 0)
ALTRA(EVP_DigestVerifyInit, 0)
ALTRA(EVP_DigestVerify, -1)
ALTRA(EVP_DecodeUpdate, -1)
ALTRA(EVP_DecodeFinal, -1)
ALTRA(EVP_get_digestbyobj, 0)
ALTRA(EVP_PKEY_get_group_name, 0)
ALTRA(X509_digest, 0)
ALTRA(i2d_X509, -1)
ALTRA(X509_check_private_key, 0)
ALTRA(X509_verify_cert, -1)
ALTRA(X509_NAME_print_ex, -1)
ALTRA(OCSP_response_get1_basic, 0)
ALTRA(OCSP_resp_get0_id, 0)
ALTRA(OCSP_basic_verify, 0)
ALTRA(OCSP_cert_to_id, 0)
ALTRA(OSSL_ESS_check_signing_certs, -1)
ALTRA(PEM_read_bio_X509, 0)
ALTRA(PEM_write_bio_X509, 0)

/* xmlsec, librnp, libp11 */
#define RNP_ERROR_GENERIC 0x10000000
ALTRA(xmlSecInit, -1)
ALTRA(xmlSecOpenSSLInit, -1)
ALTRA(xmlSecDSigCtxVerify, -1)
ALTRA(rnp_ffi_create, RNP_ERROR_GENERIC)
ALTRA(rnp_import_keys, RNP_ERROR_GENERIC)
ALTRA(rnp_input_from_memory, RNP_ERROR_GENERIC)
ALTRA(rnp_locate_key, RNP_ERROR_GENERIC)
ALTRA(rnp_key_is_revoked, RNP_ERROR_GENERIC)
ALTRA(rnp_key_get_creation, RNP_ERROR_GENERIC)
ALTRA(rnp_key_get_expiration, RNP_ERROR_GENERIC)
ALTRA(rnp_key_get_alg, RNP_ERROR_GENERIC)
ALTRA(rnp_key_get_bits, RNP_ERROR_GENERIC)
ALTRA(rnp_key_allows_usage, RNP_ERROR_GENERIC)
ALTRA(rnp_key_is_sub, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_detached_create, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_execute, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_get_signature_count, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_get_signature_at, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_signature_get_status, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_signature_get_handle, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_signature_get_hash, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_signature_get_times, RNP_ERROR_GENERIC)
ALTRA(rnp_op_verify_signature_get_key, RNP_ERROR_GENERIC)
ALTRA(rnp_signature_get_type, RNP_ERROR_GENERIC)
ALTRA(PKCS11_CTX_load, -1)
ALTRA(PKCS11_enumerate_slots, -1)
ALTRA(PKCS11_open_session, -1)
ALTRA(PKCS11_login, -1)
ALTRA(PKCS11_enumerate_certs, -1)
ALTRA(PKCS11_get_private_key, 0)
